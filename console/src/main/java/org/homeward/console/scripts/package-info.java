/** The call scripts, and the desk where they are written and approved. */
package org.homeward.console.scripts;
