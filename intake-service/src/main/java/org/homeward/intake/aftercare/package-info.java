/**
 * After a child was found: whether it is safe, who may be told where it is, and that the case is
 * closed. Each is decided for itself, and none follows from another.
 */
package org.homeward.intake.aftercare;
