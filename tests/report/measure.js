/* measure.js - checks the page from inside, in a copy made by browser.sh.
   SPDX-License-Identifier: MIT
   The result is an attribute of the document, or of the document that frames it;
   the page itself has no script. */
'use strict';

function colour(text) {
	const part = text.match(/[\d.]+/g).map(Number);
	return part.length > 3 && part[3] === 0 ? null : part;
}

function luminance(part) {
	const [r, g, b] = part.slice(0, 3).map((x) => x / 255).map((x) =>
		x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ground(element) {
	for (let e = element; e; e = e.parentElement) {
		const part = colour(getComputedStyle(e).backgroundColor);
		if (part)
			return part;
	}
	return [255, 255, 255];
}

/* The colour of text is its fill in a plot, else its color. */
function is_faint(element) {
	const style = getComputedStyle(element);
	const text = element.ownerSVGElement ? style.fill : style.color;
	const [a, b] = [colour(text), ground(element)].map(luminance);
	return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
}

function is_cut(text, box) {
	return text.left < box.left - 1 || text.right > box.right + 1 ||
		text.top < box.top - 1 || text.bottom > box.bottom + 1;
}

/* Lines of text may touch; letters may not. */
function overlap(a, b) {
	return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
		Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height / 3;
}

function measure() {
	const found = { plots: 0, figures: 0, cut: 0, overlapping: 0, faint: 0, where: [] };
	found.figures = document.querySelectorAll('figure').length;
	for (const svg of document.querySelectorAll('figure svg')) {
		const box = svg.getBoundingClientRect();
		const before = found.cut + found.overlapping;
		const marks = svg.querySelectorAll('use, polygon').length;
		found.plots += box.width > 200 && box.height > 80 && marks > 0;
		const texts = [...svg.querySelectorAll('text')].map((t) =>
			t.getBoundingClientRect());
		found.cut += texts.filter((t) => is_cut(t, box)).length;
		texts.forEach((a, i) => {
			found.overlapping += texts.slice(i + 1).filter((b) => overlap(a, b)).length;
		});
		if (found.cut + found.overlapping > before)
			found.where.push(svg.closest('figure').id);
	}
	found.faint = [...document.querySelectorAll('p, a, td, th, small, dt, dd, text, summary')]
		.filter((e) => e.textContent.trim() && is_faint(e)).length;
	const root = document.documentElement;
	found.overflow = root.scrollWidth - root.clientWidth;
	found.dark = Number(matchMedia('(prefers-color-scheme: dark)').matches);
	found.width = root.clientWidth;
	found.height = root.scrollHeight;
	return Object.entries(found).map(([k, v]) => `${k}=${v}`).join(' ');
}

addEventListener('load', () => {
	if (parent === window)
		document.documentElement.dataset.measured = measure();
	else
		parent.postMessage(measure(), '*');
});
