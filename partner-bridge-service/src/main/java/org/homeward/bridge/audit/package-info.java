/** The audit trail of this service: which of its looks were at which case. */
package org.homeward.bridge.audit;
