/** The demo node's issuer of tokens; a real node uses the organisation's own. */
package org.homeward.local.issuer;
