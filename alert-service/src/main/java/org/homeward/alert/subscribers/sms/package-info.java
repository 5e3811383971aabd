/** Text messages to phones of organisations, registered by two persons and proved by a code. */
package org.homeward.alert.subscribers.sms;
