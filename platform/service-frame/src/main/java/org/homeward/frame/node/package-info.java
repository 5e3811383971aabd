/** The settings of the node, and the node's key. */
package org.homeward.frame.node;
