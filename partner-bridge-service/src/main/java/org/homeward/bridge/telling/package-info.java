/** The gate: whether a partner may be told something, and what of it. */
package org.homeward.bridge.telling;
