/** Subscriptions of volunteers: asked for, confirmed, numbered, left. */
package org.homeward.alert.subscribers.subscriptions;
