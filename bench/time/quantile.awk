# quantile.awk - sorts a list of values, and computes its quantiles.
# SPDX-License-Identifier: MIT
#
# A list is list[1] to list[n], in ascending order for at (list, n, part), which
# interpolates between the two nearest values.

function at(list, n, part,   place, low) {
	place = 1 + (n - 1) * part
	low = int(place)
	if (low == n)
		return list[n]
	return list[low] + (place - low) * (list[low + 1] - list[low])
}

function sort_up(list, low, high,   i, j, pivot, other) {
	while (low < high) {
		pivot = list[int((low + high) / 2)]
		i = low
		j = high
		while (i <= j) {
			while (list[i] < pivot)
				i++
			while (list[j] > pivot)
				j--
			if (i <= j) {
				other = list[i]
				list[i++] = list[j]
				list[j--] = other
			}
		}
		sort_up(list, low, j)
		low = i
	}
}
