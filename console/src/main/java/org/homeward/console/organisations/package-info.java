/** What organisations say to an alert. */
package org.homeward.console.organisations;
