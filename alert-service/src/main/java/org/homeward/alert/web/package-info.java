/** What the service shows over HTTP: police feed, desks, subscriptions, authorities. */
package org.homeward.alert.web;
