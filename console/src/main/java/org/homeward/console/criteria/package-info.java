/** What the rule of a country asks of an alert to everybody, and what a case has of it. */
package org.homeward.console.criteria;
