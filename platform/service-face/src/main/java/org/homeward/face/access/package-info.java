/** Who calls, and what that person may do: tokens, roles, the table of permissions. */
package org.homeward.face.access;
