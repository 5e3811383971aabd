/**
 * Criteria that the rules of a country set for an alert to everybody, and what a case has of them.
 */
package org.homeward.alert.orders.criteria;
