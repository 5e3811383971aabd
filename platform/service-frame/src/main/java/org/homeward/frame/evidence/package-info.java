/** The audit trail of a service, its keys, and its checkpoints outside the node. */
package org.homeward.frame.evidence;
