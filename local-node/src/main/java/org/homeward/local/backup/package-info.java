/** Backup and restore of a node. */
package org.homeward.local.backup;
