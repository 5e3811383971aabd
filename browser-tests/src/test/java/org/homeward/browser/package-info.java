/** The console as people use it: real nodes, and one real browser for each person. */
package org.homeward.browser;
