/** What a service is told of its node, and the node's key. */
package org.homeward.frame.node;
