/** Answers of organisations to an alert. */
package org.homeward.console.organisations;
