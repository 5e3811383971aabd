/**
 * Organisations: their systems and phones, which two people and the other side make destinations.
 */
package org.homeward.alert.subscribers.organisations;
