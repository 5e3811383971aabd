/** After a restore: no content goes to partners until two people have opened the bridge. */
package org.homeward.bridge.quarantine;
