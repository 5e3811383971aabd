/** Posters: paper with the approved words of a public alert, and pictures of them. */
package org.homeward.alert.orders.posters;
