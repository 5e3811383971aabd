/** Preferences of volunteers: pages without a session or a script, over a link by mail. */
package org.homeward.console.preferences;
