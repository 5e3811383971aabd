/**
 * The outside world of a demo node's mail: takes what is sent, shows it, and misbehaves on demand.
 */
package org.homeward.local.mail;
