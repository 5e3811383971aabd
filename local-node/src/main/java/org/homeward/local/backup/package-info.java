/** Copies of a node, and how one takes the place of what a node has. */
package org.homeward.local.backup;
