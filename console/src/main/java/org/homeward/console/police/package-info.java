/** The pages of police: the live list of their desk, and one item of it. */
package org.homeward.console.police;
