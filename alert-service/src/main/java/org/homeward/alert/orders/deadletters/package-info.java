/**
 * Dead letters: messages that systems refused for good or too often, and that wait for a person.
 */
package org.homeward.alert.orders.deadletters;
