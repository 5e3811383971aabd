/** Who the other nodes are, and what is on file about telling them something. */
package org.homeward.bridge.partners;
