#!/bin/sh
# curl.sh - curl against nginx: HTTP, HTTPS, a UNIX socket, IPv6, 100 at the same time.
# SPDX-License-Identifier: MIT

. /opt/programs/task.lib

mkdir www temporary got
head -c 3000000 /dev/urandom >www/large
for n in $(seq 100); do
	seq "$n" $((n * 30)) >"www/$n"
done
certificate /tmp/web
cat >nginx.conf <<'END'
user root;
daemon off;
worker_processes 2;
pid /tmp/nginx.pid;
error_log /tmp/nginx.log;
events { worker_connections 512; }
http {
	access_log off;
	client_body_temp_path /tmp/temporary/body;
	proxy_temp_path /tmp/temporary/proxy;
	fastcgi_temp_path /tmp/temporary/fastcgi;
	uwsgi_temp_path /tmp/temporary/uwsgi;
	scgi_temp_path /tmp/temporary/scgi;
	ssl_certificate /tmp/web.crt;
	ssl_certificate_key /tmp/web.key;
	root /tmp/www;
	server { listen 8080; listen [::1]:8080; listen 8443 ssl; listen unix:/tmp/web.sock; }
	server { listen 8081; location / { proxy_pass http://127.0.0.1:8080; } }
	server { listen 8082; location / { proxy_pass http://unix:/tmp/web.sock; } }
}
END
serve 8081 nginx -e /tmp/nginx.log -c /tmp/nginx.conf

fetch () { run curl -fsS --max-time 50 "$@"; }
parallel () {
	fetch --parallel --parallel-immediate --parallel-max 100 --cacert web.crt \
		"$1/[1-100]" -o 'got/#1' || return
	for n in $(seq 100); do
		cmp "www/$n" "got/$n" || return
		rm "got/$n"
	done
}
check http copied www/large fetch http://127.0.0.1:8080/large
check 'http, a name' copied www/large fetch http://localhost:8080/large
check 'http, IPv6' copied www/large fetch 'http://[::1]:8080/large'
check https copied www/large fetch --cacert web.crt https://localhost:8443/large
check 'UNIX socket' copied www/large fetch --unix-socket web.sock http://localhost/large
check 'a proxy, TCP' copied www/large fetch http://127.0.0.1:8081/large
check 'a proxy, UNIX socket' copied www/large fetch http://127.0.0.1:8082/large
check '100 in parallel, http' parallel http://127.0.0.1:8080
check '100 in parallel, https' parallel https://localhost:8443
finish
