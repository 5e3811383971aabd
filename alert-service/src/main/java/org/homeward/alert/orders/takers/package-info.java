/** Takers: the people who hang posters, and the calls that have them take these down. */
package org.homeward.alert.orders.takers;
