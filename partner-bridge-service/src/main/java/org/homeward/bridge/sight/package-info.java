/** Sight: the proof that a person of the node may see a case and the handovers of it. */
package org.homeward.bridge.sight;
