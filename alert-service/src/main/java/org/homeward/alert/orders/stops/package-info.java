/** Stops: set by one person so that no alert goes out any more, lifted by two. */
package org.homeward.alert.orders.stops;
