/** How an alert went: how fast it and its end reached everybody, and why it did not. */
package org.homeward.alert.orders.measures;
