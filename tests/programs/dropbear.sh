#!/bin/sh
# dropbear.sh - ssh to a dropbear that was linked here.
# SPDX-License-Identifier: MIT

. /opt/programs/ssh.sh
