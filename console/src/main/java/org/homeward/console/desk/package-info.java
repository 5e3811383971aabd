/** The desk: which cases are open, and which needs somebody first. */
package org.homeward.console.desk;
