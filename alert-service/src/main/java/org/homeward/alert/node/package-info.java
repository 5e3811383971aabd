/** The node's settings, which every room reads, and the problems with which the service refuses. */
package org.homeward.alert.node;
