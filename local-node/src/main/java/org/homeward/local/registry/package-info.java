/**
 * The demo's registry of partners, and the keys of all. A real registry comes signed from the
 * registry's office.
 */
package org.homeward.local.registry;
