/** After a restore: no words go to partners until two people have opened the bridge. */
package org.homeward.bridge.quarantine;
