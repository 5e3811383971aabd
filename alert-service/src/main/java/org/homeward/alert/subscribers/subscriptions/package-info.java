/** Volunteers who want to be told: they ask, confirm, are numbered, and leave. */
package org.homeward.alert.subscribers.subscriptions;
