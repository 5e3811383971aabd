/** The console: pages for the people of the hotline. */
package org.homeward.console;
