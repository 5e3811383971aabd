/** Webhooks: systems of organisations that are told of alerts, registered by two persons. */
package org.homeward.alert.subscribers.webhooks;
