/** A node of this machine as data, and the processes that make it real. */
package org.homeward.local.node;
