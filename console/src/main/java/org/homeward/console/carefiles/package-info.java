/** Care files: whoever may be a victim of trafficking, for the members of each file. */
package org.homeward.console.carefiles;
