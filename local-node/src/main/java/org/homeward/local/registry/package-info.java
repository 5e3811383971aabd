/**
 * The demo's registry of partners and everybody's keys; a real registry comes signed from its
 * office.
 */
package org.homeward.local.registry;
