/** Which person of the node may see which case, and the handovers of it. */
package org.homeward.bridge.sight;
