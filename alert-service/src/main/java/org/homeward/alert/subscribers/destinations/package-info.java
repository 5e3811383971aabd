/** Destinations: who is to be told of alerts, where, and of what, whatever the channel. */
package org.homeward.alert.subscribers.destinations;
