/** Content for a partner: every word goes through the gate, and a refusal says why. */
package org.homeward.bridge.disclosure;
