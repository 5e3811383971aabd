/**
 * The interface that every service shows to its callers: problems, access, conditional requests.
 */
package org.homeward.face;
