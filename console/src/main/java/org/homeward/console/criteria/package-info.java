/** The conditions that a country sets for an alert to everybody, and which of them a case meets. */
package org.homeward.console.criteria;
