/** Handovers of both sides: what they are, what becomes of them, and what they owe the partner. */
package org.homeward.bridge.handovers;
