/** Which person of the node may see which case. */
package org.homeward.alert.sight;
