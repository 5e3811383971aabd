/** The caller and its permissions: tokens, roles, the table of permissions. */
package org.homeward.face.access;
